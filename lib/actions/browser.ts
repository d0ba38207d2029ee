"use server";

import * as z from "zod/mini";
import { type Acted, act } from "@/lib/actions/act";
import { ok } from "@/lib/domain/result";
import { forgetBrowser as forget } from "@/lib/services/forget-browser";

/** Deletes everything of this browser. */
export async function forgetBrowser(): Promise<Acted<null>> {
	return act({ name: "forgetBrowser", schema: z.null() }, null, async ({ doors, browserId }) =>
		ok(await forget(doors, browserId).then(() => null)),
	);
}
