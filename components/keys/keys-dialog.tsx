"use client";

import { useState } from "react";
import { useKnown } from "@/components/news/news-context";
import { OtherDevices } from "@/components/recovery/other-devices";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { forgetBrowser } from "@/lib/actions/browser";
import { CATALOG } from "@/lib/domain/catalog/catalog";
import type { GatewayId } from "@/lib/domain/gateway-id";
import { GatewayKey } from "./gateway-key";
import { keyStanding } from "./key-text";

interface KeysDialogProps {
	readonly first: GatewayId | null;
	readonly operatorGateways: readonly GatewayId[];
	readonly onClose: () => void;
}

/** The gateway one came for stands first. */
export function KeysDialog({ first, operatorGateways, onClose }: KeysDialogProps) {
	const { keys } = useKnown();
	const entries = CATALOG.filter((entry) => entry.keyFields.length > 0).sort(
		(a, b) => Number(b.id === first) - Number(a.id === first),
	);
	return (
		<Dialog title="Keys" open onClose={onClose} wide>
			<p className="mb-5 max-w-[65ch] text-pretty text-quiet text-sm">
				Keys are encrypted on this server, sent only to their own gateway, and never shown again but for the last four
				characters. Yours comes before the operator's.
			</p>
			<div className="grid gap-5">
				{entries.map((entry) => (
					<GatewayKey key={entry.id} entry={entry} standing={keyStanding(entry.id, keys, operatorGateways)} />
				))}
			</div>
			<OtherDevices />
			<ForgetBrowser />
		</Dialog>
	);
}

const UNREACHED = "The server did not answer. Nothing was deleted; try again.";

function ForgetBrowser() {
	const [asked, setAsked] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	async function forget() {
		const forgotten = await forgetBrowser().catch(() => null);
		if (!forgotten?.ok) return setProblem(forgotten?.problem.sentence ?? UNREACHED);
		localStorage.clear();
		sessionStorage.clear();
		window.location.reload();
	}
	return (
		<section className="mt-8 border-edge border-t pt-5">
			<h3 className="font-semibold">Forget this browser</h3>
			<p className="mt-1 text-pretty text-quiet text-sm">
				Deletes everything Storyreel holds of this browser: takes, films, links, keys, uploads and receipts. Takes that
				are under way may still be charged at their gateway.
			</p>
			<div className="mt-3 flex gap-2">
				{asked ? (
					<>
						<Button look="danger" onClick={() => void forget()}>
							Yes, delete everything
						</Button>
						<Button look="quiet" onClick={() => setAsked(false)}>
							Not now
						</Button>
					</>
				) : (
					<Button look="danger" onClick={() => setAsked(true)}>
						Forget this browser
					</Button>
				)}
			</div>
			{problem && <Note tone="refusal">{problem}</Note>}
		</section>
	);
}
