import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync, statSync } from "node:fs";
import { delimiter, join } from "node:path";

export type BrowserKind = "chrome" | "firefox";
export type BrowserName = "chromium" | "chrome" | "edge" | "firefox";

export interface Browser {
  readonly name: BrowserName;
  readonly kind: BrowserKind;
  readonly path: string;
}

interface Program {
  readonly kind: BrowserKind;
  readonly title: string;
  /** On the PATH. */
  readonly commands: readonly string[];
  /** Within macOS's and Windows's folders of programs. */
  readonly places: readonly string[];
  readonly debianPackage?: string;
}

/** First choice first. */
const PROGRAMS: Record<BrowserName, Program> = {
  chromium: {
    kind: "chrome",
    title: "Chromium",
    commands: ["chromium", "chromium-browser"],
    places: ["Chromium.app/Contents/MacOS/Chromium", "Chromium\\Application\\chrome.exe"],
    debianPackage: "chromium",
  },
  chrome: {
    kind: "chrome",
    title: "Chrome",
    commands: ["google-chrome", "google-chrome-stable"],
    places: ["Google Chrome.app/Contents/MacOS/Google Chrome", "Google\\Chrome\\Application\\chrome.exe"],
  },
  edge: {
    kind: "chrome",
    title: "Edge",
    commands: ["microsoft-edge", "microsoft-edge-stable"],
    places: ["Microsoft Edge.app/Contents/MacOS/Microsoft Edge", "Microsoft\\Edge\\Application\\msedge.exe"],
  },
  firefox: {
    kind: "firefox",
    title: "Firefox",
    commands: ["firefox", "firefox-esr"],
    places: ["Firefox.app/Contents/MacOS/firefox", "Mozilla Firefox\\firefox.exe"],
    debianPackage: "firefox-esr",
  },
};

export const BROWSER_NAMES = Object.keys(PROGRAMS) as BrowserName[];

/** The first installed browser among `names`, or undefined. */
export function findBrowser(names: readonly BrowserName[] = BROWSER_NAMES): Browser | undefined {
  for (const name of names) {
    const { kind, commands, places } = PROGRAMS[name];
    const path = [...combine(pathFolders(), commands), ...combine(programFolders(), places)].find(isProgram);
    if (path) return { name, kind, path };
  }
  return undefined;
}

/**
 * The wanted browser; on Debian as root it is installed where it is missing.
 * @throws Error whose message says in one line what to install
 */
export function ensureBrowser(names: readonly BrowserName[] = BROWSER_NAMES): Browser {
  const found = findBrowser(names);
  if (found) return found;
  const debianPackage = names.map((name) => PROGRAMS[name].debianPackage).find((name) => name !== undefined);
  if (debianPackage && isDebian() && process.getuid?.() === 0) installPackage(debianPackage);
  const installed = findBrowser(names);
  if (installed) return installed;
  const wanted = names.map((name) => PROGRAMS[name].title).join(" or ");
  const hint = debianPackage ? ` (on Debian: apt-get install ${debianPackage})` : "";
  throw new Error(`No ${wanted} found on this computer: install it${hint}.`);
}

function pathFolders(): string[] {
  return (process.env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
}

function programFolders(): string[] {
  if (process.platform === "darwin") return ["/Applications", join(process.env["HOME"] ?? "", "Applications")];
  if (process.platform !== "win32") return [];
  return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => process.env[name] ?? []);
}

function combine(folders: readonly string[], names: readonly string[]): string[] {
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** Ubuntu is like Debian, but its packages `chromium` and `firefox` are snaps: those cannot read a throw-away profile. */
function isDebian(): boolean {
  return existsSync("/etc/os-release") && /^ID="?debian"?$/m.test(readFileSync("/etc/os-release", "utf8"));
}

function installPackage(name: string): void {
  console.error(`Installing Debian's ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const run = (args: string[]) => execFileSync("apt-get", args, { env, stdio: ["ignore", "ignore", "inherit"] });
  try {
    run(["update", "-qq"]);
    run(["install", "-y", "-qq", "--no-install-recommends", name]);
  } catch (error) {
    console.error(`apt-get could not install ${name}: ${(error as Error).message}`);
  }
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
