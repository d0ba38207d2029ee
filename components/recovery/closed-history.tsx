"use client";

import { useState } from "react";
import { announceOtherHistory } from "@/components/news/other-history";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Slate } from "@/components/ui/slate";
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
		<Slate middle="missing" title="The history you brought here is closed">
			<p className="text-pretty text-lg text-quiet">
				It was revoked or deleted where it came from. What this browser had before is untouched.
			</p>
			<p className="mt-2">
				<Button look="primary" className="h-11 text-base" onClick={() => void leave()}>
					Show my own history
				</Button>
			</p>
			{problem && <Note tone="refusal">{problem}</Note>}
		</Slate>
	);
}
