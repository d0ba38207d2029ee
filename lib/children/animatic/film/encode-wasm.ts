import type { OpenEncoder } from "./encoder";

export async function loadWasmEncoder(): Promise<OpenEncoder> {
	throw new Error("TODO");
}
