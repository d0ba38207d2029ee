import { accessSync, constants, existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

function isProgram(path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}

/** The first of these names on the path. */
export function findOnPath(names, path = process.env.PATH ?? "") {
	const folders = path.split(delimiter).filter(Boolean);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram);
}

export function findBrowser({ chosen = process.env.CHROME, path = process.env.PATH } = {}) {
	return chosen || findOnPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"], path);
}

export function findFirefox({ chosen = process.env.FIREFOX, path = process.env.PATH } = {}) {
	return chosen || findOnPath(["firefox-esr", "firefox"], path);
}

/** Debian keeps PostgreSQL's own programs off the path, a folder for each version. */
export function findPostgres({ versions = "/usr/lib/postgresql", path = process.env.PATH } = {}) {
	const newestFirst = existsSync(versions) ? readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
	const packaged = newestFirst.map((version) => join(versions, version, "bin", "initdb")).find(isProgram);
	return packaged ?? findOnPath(["initdb"], path);
}

export function findFfmpeg({ path = process.env.PATH } = {}) {
	return findOnPath(["ffprobe"], path) && findOnPath(["ffmpeg"], path);
}
