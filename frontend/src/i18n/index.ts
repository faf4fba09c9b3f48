import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { english } from "./en";

export type Language = "zh-hans" | "en";
const STORED = "juxian.language";

/** The language the person chose on this device, if any. */
export function storedLanguage(): Language | null {
  const value = localStorage.getItem(STORED);
  return value === "en" || value === "zh-hans" ? value : null;
}

/**
 * Start translation. The Chinese source text is the key, so Chinese is complete by construction; a test
 * finds every text that has no English yet.
 */
export function startLanguage(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: ["zh-hans", "en"],
    lowerCaseLng: true,
    resources: { en: { translation: english } },
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
    initAsync: false,
  });
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
}

/** Switch the language now and on the next visit. */
export function chooseLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language === "en" ? "en" : "zh-CN";
  void i18next.changeLanguage(language);
}
