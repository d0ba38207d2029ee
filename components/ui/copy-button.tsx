"use client";

import { useState } from "react";
import { copyText } from "./copy-text";
import { Icon } from "./icon";

const SAID_FOR_MS = 2000;

export function CopyButton({ text, label }: { text: string; label: string }) {
	const [copied, setCopied] = useState(false);
	async function copy() {
		if (!(await copyText(text))) return;
		setCopied(true);
		setTimeout(() => setCopied(false), SAID_FOR_MS);
	}
	return (
		<button
			type="button"
			aria-label={copied ? "Copied" : label}
			title={copied ? "Copied" : label}
			onClick={copy}
			className="touchable-small inline-flex w-6 shrink-0 items-center pointer-coarse:w-11 justify-center rounded-control align-middle text-quiet hover:text-ink"
		>
			<Icon name={copied ? "check" : "copy"} />
		</button>
	);
}
