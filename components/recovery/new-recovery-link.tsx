"use client";

import { CopyButton } from "@/components/ui/copy-button";

/** Shown while this dialog is open, and never again. */
export function NewRecoveryLink({ token }: { token: string }) {
	const url = `${window.location.origin}/recover#${token}`;
	return (
		<div className="grid gap-1">
			<div className="flex items-center gap-2">
				<input
					readOnly
					aria-label="Recovery link"
					value={url}
					onFocus={(event) => event.currentTarget.select()}
					className="touchable tabular w-full min-w-0 rounded-control bg-well px-3 text-sm"
				/>
				<CopyButton text={url} label="Copy" />
			</div>
			<p className="text-quiet text-sm">Copy it now: it is not shown again.</p>
		</div>
	);
}
