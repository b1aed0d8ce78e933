import { defineConfig } from "vitest/config";

/** A browser test waits on conditions; this is how long one may take in all before it counts as hung, in ms. */
const BROWSER_TEST_MS = 60_000;
const browserTests = { testTimeout: BROWSER_TEST_MS, hookTimeout: BROWSER_TEST_MS, fileParallelism: false };

export default defineConfig({
  test: {
    root: ".",
    reporters: ["default", "./test/count-reporter.ts"],
    projects: [
      { extends: true, test: { name: "unit", include: ["test/unit/**/*.test.ts", "test/digest/**/*.test.ts"] } },
      { extends: true, test: { name: "dom", include: ["test/dom/**/*.test.ts"], ...browserTests } },
      { extends: true, test: { name: "e2e", include: ["test/e2e/**/*.test.ts"], ...browserTests } },
    ],
  },
});
