import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, test } from "vitest";
import { findBrowser, findFfmpeg, findFirefox, findOnPath, findPostgres } from "@/lib/cli/find-program.mjs";
import { testDir } from "../support/test-dir";

function program(folder: string, name: string): string {
	const path = join(folder, name);
	mkdirSync(folder, { recursive: true });
	writeFileSync(path, "#!/bin/sh\n");
	chmodSync(path, 0o755);
	return path;
}

describe("a program", () => {
	test("is found by its first name that is there, in the order of the path", () => {
		const [first, second] = [testDir(), testDir()];
		program(second, "chromium");
		const wanted = program(first, "chromium");
		expect(findOnPath(["firefox", "chromium"], [first, second].join(delimiter))).toBe(wanted);
	});

	test("is not a file that cannot be run", () => {
		const folder = testDir();
		writeFileSync(join(folder, "chromium"), "");
		expect(findOnPath(["chromium"], folder)).toBeUndefined();
	});
});

describe("the browser", () => {
	test("is the one that CHROME names", () => {
		expect(findBrowser({ chosen: "/opt/chrome", path: "" })).toBe("/opt/chrome");
	});

	test("is else the system's", () => {
		const folder = testDir();
		const chrome = program(folder, "google-chrome");
		expect(findBrowser({ chosen: "", path: folder })).toBe(chrome);
	});
});

describe("Firefox", () => {
	test("is the one that FIREFOX names, else the one on the path", () => {
		const folder = testDir();
		const firefox = program(folder, "firefox-esr");
		expect(findFirefox({ chosen: "/opt/firefox", path: folder })).toBe("/opt/firefox");
		expect(findFirefox({ chosen: "", path: folder })).toBe(firefox);
		expect(findFirefox({ chosen: "", path: "" })).toBeUndefined();
	});
});

describe("PostgreSQL", () => {
	test("is Debian's newest, though 9 sorts after 15 as text", () => {
		const versions = testDir();
		program(join(versions, "9", "bin"), "initdb");
		const newest = program(join(versions, "15", "bin"), "initdb");
		expect(findPostgres({ versions, path: "" })).toBe(newest);
	});

	test("is else the one on the path", () => {
		const folder = testDir();
		const initdb = program(folder, "initdb");
		expect(findPostgres({ versions: join(folder, "none"), path: folder })).toBe(initdb);
	});
});

test("ffmpeg is there only with the program that looks into films", () => {
	const folder = testDir();
	const ffmpeg = program(folder, "ffmpeg");
	expect(findFfmpeg({ path: folder })).toBeUndefined();
	program(folder, "ffprobe");
	expect(findFfmpeg({ path: folder })).toBe(ffmpeg);
});
