"use client";

import { useId } from "react";
import type { CatalogEntry } from "@/lib/domain/catalog/entry";
import { KeyForm } from "./key-form";
import type { KeyStanding } from "./key-text";
import { StoredKey } from "./stored-key";

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
		<div
			role="group"
			aria-labelledby={headingId}
			className="grid content-start gap-x-6 gap-y-3 border-edge border-t pt-5 tablet:grid-cols-[9rem_minmax(0,1fr)]"
		>
			<div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 tablet:content-start">
				<h3 id={headingId} className="font-semibold tablet:w-full">
					{entry.label}
				</h3>
				<KeyLink url={links.keys} words="Get a key" />
				<KeyLink url={links.setup} words="Set-up" />
				<KeyLink url={links.pricing} words="Prices" />
			</div>
			<div className="grid content-start gap-3">
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
