export const ADDRESSES_FILE = "emulators.json";

/** Shared by the served product and the tests; made by the configuration. */
export function dataDir(): string {
	const dir = process.env.E2E_DATA_DIR;
	if (!dir) throw new Error("E2E_DATA_DIR is set by tests/playwright.config.ts.");
	return dir;
}
