"use server";

import * as z from "zod/mini";
import { type Acted, act } from "@/lib/actions/act";
import { dropJoined } from "@/lib/actions/drop-joined";
import { ok } from "@/lib/domain/result";
import { forgetBrowser as forget } from "@/lib/services/forget-browser";

/** Deletes everything of this browser. */
export async function forgetBrowser(): Promise<Acted<null>> {
	return act({ name: "forgetBrowser", schema: z.null() }, null, async ({ doors, browserId, joinedBy }) => {
		await forget(doors, browserId);
		if (joinedBy) await dropJoined();
		return ok(null);
	});
}
