"use client";

import type { ReactNode } from "react";
import { useDraft } from "@/components/playground/desk-context";
import { CopyButton } from "@/components/ui/copy-button";
import { Summary } from "@/components/ui/summary";
import type { CatalogEntry, Source } from "@/lib/domain/catalog/entry";
import { modality } from "@/lib/domain/draft";
import { formatMoney } from "@/lib/domain/money-text";
import type { Quote } from "@/lib/domain/quote/quote";

const LINK_WORDS = { docs: "Docs", model: "Model", pricing: "Prices", keys: "Get a key", setup: "Set-up" } as const;

interface GatewayDetailsProps {
	readonly entry: CatalogEntry;
	readonly quote: Quote;
}

/** Before the click: what a failure costs, and, opened, everything known about this gateway. */
export function GatewayDetails({ entry, quote }: GatewayDetailsProps) {
	const draft = useDraft();
	const route = entry.routes?.[modality(draft)];
	return (
		<div className="px-2.5 pb-1.5 pl-8.5 text-quiet text-xs">
			<p className="text-pretty">
				{entry.failureCost.sentence} <SourceLink source={entry.failureCost.source} />
			</p>
			<details className="group/open mt-0.5">
				<Summary className="touchable-small -ml-1 pr-2">About {entry.label}</Summary>
				<div className="mt-1 grid gap-2">
					<p className="text-pretty">{entry.about}</p>
					<dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-1">
						{route && (
							<>
								<Fact term="Model">
									<code>{route.modelId}</code> <CopyButton text={route.modelId} label="Copy the model id" />
								</Fact>
								<Fact term="Endpoint">
									<code className="break-all">
										{route.method} {route.path}
									</code>{" "}
									<CopyButton text={endpointOf(entry, route.path)} label="Copy the endpoint" />
								</Fact>
							</>
						)}
						<PriceFacts entry={entry} quote={quote} />
					</dl>
					{entry.notes.map((note) => (
						<p key={note} className="text-pretty">
							{note}
						</p>
					))}
					<GatewayLinks entry={entry} />
				</div>
			</details>
		</div>
	);
}

function creditRates(rates: Extract<CatalogEntry["price"], { kind: "per-second" }>["perSecond"]): string {
	return Object.entries(rates)
		.flatMap(([resolution, { credits }]) => (credits ? [`${formatMoney(credits)}/s at ${resolution}`] : []))
		.join(", ");
}

/** As one would call it oneself, at the gateway's published address. */
function endpointOf({ baseUrls }: CatalogEntry, path: string): string {
	return `${baseUrls.find(({ use }) => use === "api")?.default ?? ""}${path}`;
}

function SourceLink({ source }: { source: Source | null }) {
	if (!source) return null;
	return source.url ? (
		<a href={source.url} target="_blank" rel="noreferrer" className="underline underline-offset-3">
			{source.label}
		</a>
	) : (
		<span>{source.label}</span>
	);
}

function PriceFacts({ entry: { price }, quote }: GatewayDetailsProps) {
	if (price.kind === "free") return null;
	if (price.kind === "unknown") return <Fact term="Price">{price.known}</Fact>;
	return (
		<>
			<Fact term="List price">
				{formatMoney(price.perSecond["720p"].usd)}/s at 720p, {formatMoney(price.perSecond["1080p"].usd)}/s at 1080p, as
				of {price.asOf} (<SourceLink source={price.source} />){price.note && `. ${price.note}`}
			</Fact>
			{quote.kind === "exact" && quote.credits && (
				<Fact term="Credits">
					{creditRates(price.perSecond)}; {formatMoney(quote.credits)} for this take
				</Fact>
			)}
			{price.minimumSeconds && <Fact term="Minimum">{price.minimumSeconds} s are billed at least</Fact>}
		</>
	);
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
	return (
		<>
			<dt>{term}</dt>
			<dd className="tabular text-ink">{children}</dd>
		</>
	);
}

function GatewayLinks({ entry }: { entry: CatalogEntry }) {
	const links = Object.entries(LINK_WORDS).flatMap(([name, words]) => {
		const url = Object.entries(entry.links).find(([key]) => key === name)?.[1];
		return url ? [{ words, url }] : [];
	});
	if (links.length === 0) return null;
	return (
		<ul className="flex flex-wrap gap-x-3 gap-y-1">
			{links.map(({ words, url }) => (
				<li key={words}>
					<a href={url} target="_blank" rel="noreferrer" className="text-ink underline underline-offset-3">
						{words}
					</a>
				</li>
			))}
		</ul>
	);
}
