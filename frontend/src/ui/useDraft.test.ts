import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "@/api/errors";
import { useDraft } from "./useDraft";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const wait = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

it("saves once, shortly after the last of several changes", async () => {
  const save = vi.fn().mockResolvedValue(undefined);
  const { result } = renderHook(() => useDraft<string>({ key: "a", save, delay: 500 }));
  act(() => result.current.change("一"));
  await wait(400);
  act(() => result.current.change("一二"));
  await wait(400);
  expect(save).not.toHaveBeenCalled();
  await wait(100);
  expect(save.mock.calls).toEqual([["一二"]]);
  expect(result.current.state).toBe("saved");
});

it("keeps what could not be saved, and offers it again to the same tab", async () => {
  const save = vi.fn().mockRejectedValue(new ApiError(401, { code: "signed_out", message: "登录已过期。" }));
  const first = renderHook(() => useDraft<{ name: string }>({ key: "b", save, delay: 10 }));
  act(() => first.result.current.change({ name: "王一" }));
  await wait(10);
  expect(first.result.current.state).toBe("failed");
  const second = renderHook(() => useDraft<{ name: string }>({ key: "b", save, delay: 10 }));
  expect(second.result.current.kept).toEqual({ name: "王一" });
});

it("forgets what this tab kept once the server has it", async () => {
  const save = vi.fn().mockRejectedValueOnce(new Error("down")).mockResolvedValue(undefined);
  const { result } = renderHook(() => useDraft<string>({ key: "c", save, delay: 10 }));
  act(() => result.current.change("草稿"));
  await wait(10);
  expect(sessionStorage.getItem("juxian.draft.c")).toBe('"草稿"');
  await act(async () => {
    await result.current.flush();
  });
  expect(sessionStorage.getItem("juxian.draft.c")).toBeNull();
});
