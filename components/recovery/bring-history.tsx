"use client";

import { useState, useSyncExternalStore } from "react";
import { announceOtherHistory } from "@/components/news/other-history";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Slate } from "@/components/ui/slate";
import { redeemRecoveryLink } from "@/lib/actions/recovery";

const UNREACHED = "The server did not answer. Check your connection and press the button again.";

/** Asks first: whoever opens a link has done nothing yet. */
export function BringHistory() {
	const token = useToken();
	const [problem, setProblem] = useState<string | null>(null);
	const [isBringing, setIsBringing] = useState(false);
	async function bring() {
		setProblem(null);
		setIsBringing(true);
		const brought = await redeemRecoveryLink({ token }).catch(() => null);
		if (!brought?.ok) {
			setIsBringing(false);
			return setProblem(brought?.problem.sentence ?? UNREACHED);
		}
		announceOtherHistory();
		// The used link leaves the address bar and the way back.
		window.location.replace("/");
	}
	return (
		<Slate middle="arriving" title="Bring this history here?">
			<div className="grid gap-3 text-pretty text-lg text-quiet">
				<p>
					This browser then shows the takes of the device that made the link, with its films, keys and limits. Both
					devices see what either of them does. The link works once.
				</p>
				<p>
					Go on only if you made the link yourself: whoever did sees what you make here from then on, and keys you add
					can be used by them.
				</p>
				<p>What this browser holds now is put aside and comes back when you leave that history, under Keys.</p>
			</div>
			<div className="flex flex-wrap items-center gap-3">
				<Button look="primary" className="h-11 text-base" disabled={isBringing} onClick={() => void bring()}>
					Bring this history here
				</Button>
				<a href="/" className="touchable inline-flex items-center text-sm underline underline-offset-3">
					Not now
				</a>
			</div>
			<div role="status" className="min-h-5">
				{problem && <Note tone="refusal">{problem}</Note>}
			</div>
		</Slate>
	);
}

/** What stands behind `#` in the address. */
function useToken(): string {
	return useSyncExternalStore(
		(heard) => {
			window.addEventListener("hashchange", heard);
			return () => window.removeEventListener("hashchange", heard);
		},
		() => window.location.hash.slice(1),
		() => "",
	);
}
