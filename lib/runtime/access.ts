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
	if (accessPassword === null) return false;
	const [one, other] = [given, accessPassword].map((password) => Buffer.from(productVault().hash(password)));
	return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** Good for this browser alone, and only as long as the password stays the same. */
export function mintPass(browserId: BrowserId, nowMs: number): string {
	const untilMs = nowMs + PASS_SECONDS * 1_000;
	return `${untilMs}.${productVault().derive(purposeOf(untilMs, browserId, env().accessPassword ?? ""))}`;
}

function isValidPass(pass: string, browserId: BrowserId, password: string, nowMs: number): boolean {
	const [until = "", signature = ""] = pass.split(".");
	if (!/^\d{13,15}$/.test(until) || Number(until) <= nowMs) return false;
	return productVault().hasDerived(signature, purposeOf(Number(until), browserId, password));
}

function purposeOf(untilMs: number, browserId: BrowserId, password: string): string {
	return `pass|${browserId}|${productVault().hash(password)}|${untilMs}`;
}
