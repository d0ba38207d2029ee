import { expect, it } from "vitest";
import { openStream } from "@/lib/actions/takes-stream";

it("says once why it may not be opened, and ends", async () => {
	const problem = { kind: "limited", retryAfterMs: 1_000, sentence: "That was very often." } as const;
	const heard: unknown[] = [];
	for await (const news of openStream({ ok: false, problem })) heard.push(news);
	expect(heard).toEqual([{ kind: "refused", problem }]);
});
