import { Alert, Progress } from "antd";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useGet } from "@/api/hooks";

/** Work that runs apart from the page. */
export interface Job<R = unknown> {
  id: string;
  kind: string;
  state: "waiting" | "running" | "done" | "failed" | "cancelled";
  done: number;
  total: number;
  note: string;
  result: R | null;
  error: { code?: string; message: string; help?: string } | string | null;
}

const ENDED = new Set(["done", "succeeded", "failed", "cancelled"]);

/** Whether a job has ended, well or not. */
export function ended(job: Pick<Job, "state"> | undefined): boolean {
  return job !== undefined && ENDED.has(job.state);
}

/** The job, asked again every second until it ends. */
export function useJob<R>(id: string | null) {
  const first = useGet<Job<R>>(id ? `/api/operations/jobs/${id}` : null);
  const path = id && !ended(first.data) ? `/api/operations/jobs/${id}` : null;
  useGet<Job<R>>(path, undefined, { every: 1000 });
  return first;
}

interface Props<R> {
  id: string;
  label: string;
  /** Told once, when the job has ended well. */
  onDone?: (job: Job<R>) => void;
  children?: (job: Job<R>) => ReactNode;
}

/** How far a job is; the page may be left, the result is also in the to-do list. */
export function JobProgress<R>({ id, label, onDone, children }: Props<R>) {
  const { t } = useTranslation();
  const { data: job } = useJob<R>(id);
  const told = useRef(false);
  useEffect(() => {
    if (!job || job.state === "failed" || !ended(job) || told.current) return;
    told.current = true;
    onDone?.(job);
  }, [job, onDone]);
  const share = job?.total ? Math.round((100 * job.done) / job.total) : 0;
  const failed = job?.state === "failed";
  const message = typeof job?.error === "string" ? job.error : job?.error?.message;
  return (
    <div className="stack-tight" aria-live="polite">
      <Progress
        percent={ended(job) && !failed ? 100 : share}
        status={failed ? "exception" : undefined}
        aria-label={label}
      />
      {failed ? (
        <Alert type="error" showIcon title={message ?? t("没有办成。")} />
      ) : (
        <span className="quiet">
          {job?.note || (ended(job) ? t("已完成") : t("正在办理，可以离开本页，结果会进入待办。"))}
        </span>
      )}
      {job && ended(job) && children ? children(job) : null}
    </div>
  );
}
