"use client";

import { useState } from "react";
import { announceOtherHistory } from "@/components/news/other-history";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { leaveHistory } from "@/lib/actions/recovery";

const UNREACHED = "The server did not answer. Check your connection and try again.";

/** The other device has revoked what let this browser in. */
export function ClosedHistory() {
	const [problem, setProblem] = useState<string | null>(null);
	async function leave() {
		const left = await leaveHistory().catch(() => null);
		if (!left?.ok) return setProblem(left?.problem.sentence ?? UNREACHED);
		announceOtherHistory();
		window.location.reload();
	}
	return (
		<main className="mx-auto grid min-h-dvh max-w-xl content-center justify-items-start gap-4 px-6">
			<h1 className="font-medium text-2xl tracking-tight">The history you brought here is closed</h1>
			<p className="text-pretty text-quiet leading-relaxed">
				It was revoked or deleted where it came from. What this browser had before is untouched.
			</p>
			<Button look="primary" onClick={() => void leave()}>
				Show my own history
			</Button>
			{problem && <Note tone="refusal">{problem}</Note>}
		</main>
	);
}
