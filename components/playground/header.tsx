"use client";

import { useKnown, useLine } from "@/components/news/news-context";
import { Button, IconButton } from "@/components/ui/button";
import { joinClasses } from "@/components/ui/join-classes";
import { Wordmark } from "@/components/ui/wordmark";
import { spendText } from "@/lib/domain/spend/judge-spend";
import { useDeskState } from "./desk-context";
import { useScreen } from "./screen";
import { ThemeButton } from "./theme-button";

export function Header() {
	const { openDialog } = useScreen();
	return (
		<header className="flex min-h-12 flex-wrap items-center gap-x-1 px-4 desk:px-5">
			<h1 className="grow">
				<Wordmark />
			</h1>
			<Line />
			<Spent />
			<Button look="quiet" icon="key" onClick={() => openDialog({ kind: "keys", gateway: null })}>
				Keys
			</Button>
			<IconButton icon="help" label="Help" onClick={() => openDialog({ kind: "learn" })} />
			<ThemeButton />
		</header>
	);
}

/** Today's spending on the key that the chosen gateway would use. */
function Spent() {
	const { spend } = useKnown();
	const gateway = useDeskState((state) => state.gateway);
	const own = spend.own.find((each) => each.gateway === gateway);
	const { usedMicros, capMicros } = own ?? spend.operator;
	// On a phone it takes a line of its own, so it stands there only while something would be spent.
	const onPhones =
		gateway === "animatic" ? "max-tablet:hidden" : "max-tablet:order-last max-tablet:w-full max-tablet:pb-1";
	return (
		<p className={joinClasses("tabular mr-2 text-quiet text-xs tablet:text-sm", onPhones)}>
			{spendText(usedMicros, capMicros)}
		</p>
	);
}

function Line() {
	const line = useLine();
	if (line === "lost") return <p className="mr-2 text-sm text-warn">Offline, trying again</p>;
	if (line === "outdated" || line === "locked")
		return (
			<Button onClick={() => window.location.reload()} className="mr-2">
				{line === "outdated" ? "A new version is here: reload" : "Locked: reload"}
			</Button>
		);
	return null;
}
