import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App as AntApp, ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { useTranslation } from "react-i18next";
import { createBrowserRouter, type RouteObject, RouterProvider } from "react-router";
import { setRequestLanguage } from "@/api/client";
import { ApiError } from "@/api/errors";
import { type Language, startLanguage, storedLanguage } from "@/i18n";
import "dayjs/locale/zh-cn";
import "./style.css";
import { nonceOnStyles, pageNonce } from "./nonce";
import { PreferencesProvider, usePreferences } from "./preferences";
import { reloadOnNewRelease } from "./release";
import { SessionProvider } from "./session";
import { themeFor } from "./theme";

function makeCache(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache(),
    mutationCache: new MutationCache(),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (times, error) =>
          times < 2 && error instanceof ApiError && (error.status === 0 || error.status >= 502),
      },
      mutations: { retry: false },
    },
  });
}

/** Where short confirmations appear: a live region, so that they are read out and belong to the page. */
function toastPlace(): HTMLElement {
  return document.getElementById("toasts") ?? document.body;
}

function Dressed({ router }: { router: ReturnType<typeof createBrowserRouter> }) {
  const { elder, phone } = usePreferences();
  const { i18n } = useTranslation();
  setRequestLanguage(i18n.language);
  return (
    <ConfigProvider
      theme={themeFor(elder, phone)}
      locale={i18n.language === "en" ? enUS : zhCN}
      csp={{ nonce: pageNonce() }}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: (label, { required }) => (required ? label : <OptionalLabel label={label} />) }}
    >
      <AntApp message={{ getContainer: toastPlace }}>
        <div id="toasts" aria-live="polite" />
        <SessionProvider>
          <RouterProvider router={router} />
        </SessionProvider>
      </AntApp>
    </ConfigProvider>
  );
}

function OptionalLabel({ label }: { label: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <>
      {label}
      <span className="quiet nowrap">{t("（选填）")}</span>
    </>
  );
}

/** Start a shell in the page's `#app` element, whose `data-base` says under which path it lives. */
export function startShell(routes: RouteObject[]): void {
  const element = document.getElementById("app");
  if (!element) throw new Error("no #app element in the page");
  reloadOnNewRelease();
  nonceOnStyles(pageNonce());
  const preferred = document.documentElement.lang.startsWith("en") ? "en" : "zh-hans";
  startLanguage(storedLanguage() ?? (preferred as Language));
  const router = createBrowserRouter(routes, { basename: element.dataset.base ?? "/" });
  createRoot(element).render(
    <StrictMode>
      <QueryClientProvider client={makeCache()}>
        <PreferencesProvider>
          <Dressed router={router} />
        </PreferencesProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
