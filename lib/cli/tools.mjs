import { accessSync } from "node:fs";
import { delimiter, dirname } from "node:path";
import { findBrowser, findFfmpeg, findFirefox, findPostgres } from "./find-program.mjs";
import { runCommand } from "./run-command.mjs";
import { unpackChromium } from "./unpack-chromium.mjs";

const packaged = [
	{ title: "browser", find: findBrowser, debianPackage: "chromium" },
	{ title: "PostgreSQL", find: findPostgres, debianPackage: "postgresql" },
	{ title: "ffmpeg", find: findFfmpeg, debianPackage: "ffmpeg" },
	// What it recommends is the libavcodec with which it decodes H.264 and AAC.
	{ title: "Firefox", find: findFirefox, debianPackage: "firefox-esr", recommended: true },
];

function mayUseApt() {
	try {
		accessSync("/usr/bin/apt-get");
		return process.getuid?.() === 0;
	} catch {
		return false;
	}
}

async function installPackages(packages) {
	console.log(`Installing ${packages.map(({ debianPackage }) => debianPackage).join(", ")} …`);
	const env = { DEBIAN_FRONTEND: "noninteractive" };
	await runCommand("apt-get", ["update", "-qq"], { env, quiet: true });
	// One by one: a package that a mirror lacks must not keep the others away.
	for (const { debianPackage, recommended } of packages) {
		const lean = recommended ? [] : ["--no-install-recommends"];
		const args = ["install", "-y", "-qq", ...lean, debianPackage];
		const { code, output } = await runCommand("apt-get", args, { env, quiet: true });
		if (code !== 0) console.error(output.trimEnd().split("\n").slice(-3).join("\n"));
	}
}

/** Playwright's own download, where it can be reached. It finds its browser by itself afterwards. */
async function downloadBrowser() {
	const { code } = await runCommand("playwright", ["install", "chromium"], { quiet: true });
	return code === 0 ? "playwright" : undefined;
}

/** Brings what the tests need besides packages, and tells what there is: `undefined` where a tool could not be had. */
export async function prepareTools() {
	const missing = packaged.filter(({ find }) => find() === undefined);
	if (missing.length > 0 && mayUseApt()) await installPackages(missing);
	const browser = findBrowser() ?? (await unpackChromium()) ?? (await downloadBrowser());
	return { browser, firefox: findFirefox(), postgres: findPostgres(), ffmpeg: findFfmpeg() };
}

/** How the tests are told where the tools are. */
export function toolEnv({ browser, firefox, postgres }) {
	return {
		...(browser && browser !== "playwright" ? { CHROME: browser } : {}),
		...(firefox ? { FIREFOX: firefox } : {}),
		...(postgres ? { PATH: [dirname(postgres), process.env.PATH].join(delimiter) } : {}),
	};
}
