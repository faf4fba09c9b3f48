import { App } from "antd";
import { useTranslation } from "react-i18next";
import { type Send, useSend } from "@/api/hooks";

export interface Act<TIn, TOut> extends Send<TIn> {
  /** Said when it is done. */
  done?: string;
  after?: (answer: TOut, input: TIn) => void;
}

/** A change sent to the server that says when it is done; its refusal is in `error`, to be shown where it belongs. */
export function useAct<TIn = void, TOut = unknown>(act: Act<TIn, TOut>) {
  const { message } = App.useApp();
  const { t } = useTranslation();
  const mutation = useSend<TIn, TOut>(act);
  const run = async (input: TIn): Promise<TOut> => {
    const answer = await mutation.mutateAsync(input);
    if (act.done) void message.success(t(act.done));
    act.after?.(answer, input);
    return answer;
  };
  return {
    run,
    busy: mutation.isPending,
    error: mutation.error,
    reset: mutation.reset,
    answer: mutation.data,
  };
}
