import "server-only";
import { timingSafeEqual } from "node:crypto";
import type { BrowserId } from "@/lib/domain/ids";
import { env } from "@/lib/runtime/env";
import { cookieName, readBrowser, readCookie } from "@/lib/runtime/identity-cookie";
import { productVault } from "@/lib/runtime/product-vault";
import type { HeaderReader } from "@/lib/runtime/request-facts";

const DAY_SECONDS = 86_400;

export const PASS_SECONDS = 30 * DAY_SECONDS;

/** True where no password is asked for, or this browser has given it. */
export function mayEnter(headers: HeaderReader, nowMs: number): boolean {
	const { accessPassword } = env();
	if (accessPassword === null) return true;
	const browserId = readBrowser(headers);
	const pass = readCookie(headers, passCookieName(headers));
	return browserId !== null && pass !== null && isValidPass(pass, browserId, accessPassword, nowMs);
}

export function passCookieName(headers: HeaderReader): string {
	return cookieName("storyreel-pass", headers);
}

/** Takes as long for a near miss as for a far one. `false` where no password is set. */
export function isAccessPassword(given: string): boolean {
	const { accessPassword } = env();
	return accessPassword !== null && isEqual(productVault().hash(given), productVault().hash(accessPassword));
}

/** Good for this browser alone, and only as long as the password stays the same. */
export function mintPass(browserId: BrowserId, nowMs: number): string {
	const untilMs = nowMs + PASS_SECONDS * 1_000;
	return `${untilMs}.${signPass(untilMs, browserId, env().accessPassword ?? "")}`;
}

function isValidPass(pass: string, browserId: BrowserId, password: string, nowMs: number): boolean {
	const [until = "", signature = ""] = pass.split(".");
	if (!/^\d{13,15}$/.test(until) || Number(until) <= nowMs) return false;
	return isEqual(signature, signPass(Number(until), browserId, password));
}

function signPass(untilMs: number, browserId: BrowserId, password: string): string {
	return productVault().derive(`pass|${browserId}|${productVault().hash(password)}|${untilMs}`);
}

function isEqual(one: string, other: string): boolean {
	const [a, b] = [Buffer.from(one), Buffer.from(other)];
	return a.length === b.length && timingSafeEqual(a, b);
}
