/** One fault inside a refused request: the field or table row it belongs to, and what is wrong there. */
export interface ErrorDetail {
  field?: string | null;
  row?: number | null;
  message: string;
}

/** A clause of a regulation on which a refusal rests. */
export interface ClauseRef {
  id: string;
  cite: string;
  regulation?: string;
}

/** The one error format of the server. */
export interface ErrorBody {
  code: string;
  message: string;
  detail?: ErrorDetail[];
  clauses?: ClauseRef[];
  help?: string;
}

/** A request that the server refused, or that never reached it (`status` 0). */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: ErrorDetail[];
  readonly clauses: ClauseRef[];
  readonly help: string;

  constructor(status: number, body: ErrorBody) {
    super(body.message);
    this.name = "ApiError";
    this.status = status;
    this.code = body.code;
    this.detail = body.detail ?? [];
    this.clauses = body.clauses ?? [];
    this.help = body.help ?? "";
  }
}

const PLAIN: Record<number, ErrorBody> = {
  0: {
    code: "offline",
    message: "网络连接不上，内容没有提交。",
    help: "请检查网络后重试；已填写的内容仍在本页。",
  },
  401: { code: "signed_out", message: "登录已过期。", help: "请重新登录；已填写的内容仍在本页。" },
  403: { code: "forbidden", message: "没有权限做这件事。", help: "如确需办理，请向本机构管理员申请授权。" },
  404: { code: "not_found", message: "没有找到，可能已被移走，或不在您的权限范围内。" },
  409: { code: "conflict", message: "内容已被他人更新。", help: "请刷新后再办理。" },
  413: { code: "too_large", message: "文件太大。" },
  429: { code: "too_many", message: "操作过于频繁，请稍候再试。" },
};
const BROKEN: ErrorBody = {
  code: "server_error",
  message: "系统出错了，事情没有办成。",
  help: "请稍后重试；仍不行请联系平台运维，并告知发生的时间。",
};

function isErrorBody(value: unknown): value is ErrorBody {
  return typeof value === "object" && value !== null && "message" in value && "code" in value;
}

/** Turn what the server answered (or null when it could not be read) into an `ApiError`. */
export function errorFrom(status: number, body: unknown): ApiError {
  if (isErrorBody(body)) return new ApiError(status, body);
  return new ApiError(status, PLAIN[status] ?? BROKEN);
}

/** Any thrown value as an `ApiError`, so that screens know one kind of error. */
export function asApiError(error: unknown): ApiError {
  return error instanceof ApiError ? error : new ApiError(-1, BROKEN);
}
