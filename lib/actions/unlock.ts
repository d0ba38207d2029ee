"use server";

import { cookies, headers } from "next/headers";
import * as z from "zod/mini";
import { ok, type Result, refuse } from "@/lib/domain/result";
import type { UnlockProblem } from "@/lib/domain/unlock-problem";
import { isAccessPassword, mintPass, PASS_SECONDS, passCookieName } from "@/lib/runtime/access";
import { cookieSettings, readBrowser } from "@/lib/runtime/identity-cookie";
import { clientAddress, isFromOurPage } from "@/lib/runtime/request-facts";
import { runtime } from "@/lib/runtime/runtime";

const GUESSES = { name: "unlock", points: 20, perMs: 600_000 };
const given = z.object({ password: z.string().check(z.maxLength(1_000)) });

const NOT_OURS: UnlockProblem = { kind: "not-admitted", sentence: "Reload this page and try again." };
const WRONG: UnlockProblem = { kind: "wrong-password", sentence: "That is not the password. Try again." };

/** Gives this browser a pass for the password. */
export async function unlock(wish: z.infer<typeof given>): Promise<Result<null, UnlockProblem>> {
	const { clock, limiter } = runtime().doors;
	const request = await headers();
	const browserId = readBrowser(request);
	const input = given.safeParse(wish);
	if (!isFromOurPage(request) || browserId === null || !input.success) return refuse(NOT_OURS);

	const count = await limiter.take(GUESSES, clientAddress(request), 1);
	if (count.kind === "limited") return refuse(tooOften(count.retryAfterMs));
	if (!isAccessPassword(input.data.password)) return refuse(WRONG);
	const pass = mintPass(browserId, clock.nowMs());
	(await cookies()).set(passCookieName(request), pass, cookieSettings(request, PASS_SECONDS));
	return ok(null);
}

function tooOften(retryAfterMs: number): UnlockProblem {
	const minutes = Math.ceil(retryAfterMs / 60_000);
	const wait = minutes === 1 ? "a minute" : `${minutes} minutes`;
	return { kind: "limited", sentence: `Those were many tries. Wait ${wait}, then try again.` };
}
