"use client";

import { useMutation } from "@tanstack/react-query";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { removeKey, testKey } from "@/lib/actions/keys";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import type { KeyView } from "@/lib/domain/key/key-view";
import { KeyForm } from "./key-form";
import type { KeyStanding } from "./key-text";
import { LimitForm } from "./limit-form";

interface GatewayKeyProps {
	readonly entry: CatalogEntry;
	readonly standing: KeyStanding;
}

export function GatewayKey({ entry, standing }: GatewayKeyProps) {
	const headingId = useId();
	const { links } = entry;
	const key = standing.kind === "own" ? standing.key : null;
	return (
		// biome-ignore lint/a11y/useSemanticElements: a group of several forms is no fieldset.
		<div role="group" aria-labelledby={headingId} className="grid gap-3">
			<div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
				<h3 id={headingId} className="font-semibold">
					{entry.label}
				</h3>
				<KeyLink url={links.keys} words="Get a key" />
				<KeyLink url={links.setup} words="Set-up" />
				<KeyLink url={links.pricing} words="Prices" />
			</div>
			{standing.kind === "operator" && (
				<p className="text-quiet text-sm">
					Takes use the operator's key, within today's cap. Add your own to use that.
				</p>
			)}
			{entry.id === "useapi" && (
				<p className="text-pretty text-quiet text-sm">
					useapi.net drives your own Kling account: you give it that account's log-in on its side. The e-mail may be
					left empty with exactly one account.
				</p>
			)}
			{key ? <StoredKey keyView={key} /> : <KeyForm entry={entry} />}
		</div>
	);
}

function KeyLink({ url, words }: { url: string | null; words: string }) {
	if (!url) return null;
	return (
		<a
			href={url}
			target="_blank"
			rel="noreferrer"
			className="text-quiet text-sm underline underline-offset-3 hover:text-ink"
		>
			{words}
		</a>
	);
}

function StoredKey({ keyView }: { keyView: KeyView }) {
	const { gateway, lastFour, test } = keyView;
	const testing = useMutation({ mutationFn: testKey });
	const removing = useMutation({ mutationFn: removeKey });
	const asked = test?.result === "asked";
	return (
		<div className="grid gap-2">
			<div className="flex flex-wrap items-center gap-2">
				<p className="tabular mr-2 text-sm">
					Key ending in <span className="font-medium">{lastFour}</span>
				</p>
				<Button disabled={asked || testing.isPending} onClick={() => testing.mutate({ gateway })}>
					Test key
				</Button>
				<Button look="danger" onClick={() => removing.mutate({ gateway })}>
					Remove
				</Button>
			</div>
			<p role="status" className="min-h-5">
				{asked && <span className="text-quiet text-sm">Asking…</span>}
				{test && !asked && (
					<Note as="span" tone={test.result === "good" ? "good" : test.result === "unclear" ? "warning" : "refusal"}>
						{test.sentence}
					</Note>
				)}
			</p>
			<LimitForm gateway={gateway} limitMicros={keyView.dailyLimitMicros} />
		</div>
	);
}
