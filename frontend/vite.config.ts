import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const source = fileURLToPath(new URL("./src", import.meta.url));

/** One build, one entry per shell; Django reads dist/.vite/manifest.json to find the files of an entry. */
export default defineConfig({
  base: "/static/app/",
  plugins: [react()],
  resolve: { alias: { "@": source } },
  build: {
    manifest: true,
    outDir: "dist",
    target: "es2022",
    chunkSizeWarningLimit: 900,
    rollupOptions: {
      input: {
        staff: "src/shells/staff/main.tsx",
        expert: "src/shells/expert/main.tsx",
        ops: "src/shells/ops/main.tsx",
      },
    },
  },
  test: {
    environment: "jsdom",
    setupFiles: ["src/testing/setup.ts"],
    include: ["src/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    // Two cores that also run browsers and databases: a dialog may take its time.
    testTimeout: 20_000,
  },
});
