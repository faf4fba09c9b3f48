import { isRouteErrorResponse, useRouteError } from "react-router";
import { ApiError } from "@/api/errors";
import { FullPageError } from "./FullPage";

/** What a route shows when drawing it failed; drafts are kept by their own autosave. */
export function RouteError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) {
    return (
      <FullPageError error={{ code: "not_found", message: "没有这个页面。", help: "请从菜单重新进入。" }} />
    );
  }
  if (error instanceof ApiError) return <FullPageError error={error} />;
  const body = {
    code: "broken",
    message: "页面出错了。",
    help: "已填写并保存的内容不会丢失，请重新打开本页。",
  };
  return <FullPageError error={body} />;
}
