import type { ThemeConfig } from "antd";

/** Colours of the house: ink blue on paper white, seal red only where something is refused. All texts reach 4.5:1. */
export const palette = {
  ink: "#12324a",
  primary: "#155a8a",
  primaryBg: "#e8f1f8",
  text: "#1c2733",
  secondary: "#4a5765",
  tertiary: "#5b6875",
  line: "#d5dce3",
  paper: "#f4f6f8",
  success: "#17693a",
  successBg: "#e9f6ee",
  warning: "#855400",
  warningBg: "#fdf4e0",
  error: "#b3261e",
  errorBg: "#fdeceb",
} as const;

const colours = {
  colorPrimary: palette.primary,
  colorInfo: palette.primary,
  colorLink: palette.primary,
  colorSuccess: palette.success,
  colorSuccessText: palette.success,
  colorWarning: palette.warning,
  colorWarningText: palette.warning,
  colorError: palette.error,
  colorErrorText: palette.error,
  colorPrimaryBg: palette.primaryBg,
  colorInfoBg: palette.primaryBg,
  colorSuccessBg: palette.successBg,
  colorWarningBg: palette.warningBg,
  colorErrorBg: palette.errorBg,
  colorText: palette.text,
  colorTextSecondary: palette.secondary,
  colorTextTertiary: palette.tertiary,
  colorTextQuaternary: palette.tertiary,
  colorTextDescription: palette.secondary,
  colorTextPlaceholder: palette.tertiary,
  colorBorder: "#7f8b97",
  colorBorderSecondary: palette.line,
  colorBgLayout: palette.paper,
};

const font =
  'system-ui, -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** The theme; elder mode sets 18 px text and 60 px targets. */
export function themeFor(elder: boolean, phone: boolean): ThemeConfig {
  const height = elder ? 60 : phone ? 44 : 34;
  return {
    token: {
      ...colours,
      fontFamily: font,
      fontSize: elder ? 18 : phone ? 16 : 14,
      controlHeight: height,
      controlHeightSM: elder ? 48 : phone ? 40 : 28,
      controlHeightLG: elder ? 64 : phone ? 48 : 42,
      borderRadius: 4,
      wireframe: false,
      motionDurationMid: "0.12s",
      motionDurationSlow: "0.18s",
    },
    components: {
      Layout: {
        headerBg: palette.ink,
        siderBg: "#ffffff",
        headerHeight: elder ? 64 : 52,
        headerPadding: "0 16px",
      },
      Menu: {
        itemSelectedBg: palette.primaryBg,
        itemSelectedColor: palette.primary,
        itemHeight: elder ? 60 : 38,
        groupTitleColor: palette.tertiary,
      },
      Table: { headerBg: "#eef2f5", headerColor: palette.text, cellPaddingBlock: elder ? 18 : 11 },
      Tag: { defaultBg: "#eef2f5", defaultColor: palette.text },
      Tabs: { itemColor: palette.secondary },
      Steps: { colorTextDescription: palette.secondary },
    },
  };
}
