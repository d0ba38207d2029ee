import "server-only";
import { randomBytes, randomUUID } from "node:crypto";
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hasCode } from "../error-code";
import { fsyncPath } from "../fsync-tree";

const NAME = "secret-key";

/** Made once, by whoever comes first, and whole before anybody can read it: losing it loses every sealed key. */
export function readOrMakeSecretKey(dataDir: string): string {
	mkdirSync(dataDir, { recursive: true });
	const path = join(dataDir, NAME);
	return readSecret(path) ?? makeSecret(dataDir, path);
}

/** `null` where none was ever made. */
export function readSecretKey(dataDir: string): string | null {
	return readSecret(join(dataDir, NAME));
}

function readSecret(path: string): string | null {
	try {
		chmodSync(path, 0o600);
		return readFileSync(path, "utf8").trim();
	} catch (error) {
		if (hasCode(error, "ENOENT")) return null;
		throw error;
	}
}

function makeSecret(dataDir: string, path: string): string {
	const draft = join(dataDir, `${NAME}.${randomUUID()}`);
	writeFileSync(draft, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
	try {
		fsyncPath(draft);
		linkSync(draft, path);
		fsyncPath(dataDir);
	} catch (error) {
		if (!hasCode(error, "EEXIST")) throw error;
	} finally {
		rmSync(draft);
	}
	return readFileSync(path, "utf8").trim();
}
