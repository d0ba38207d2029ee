"use client";

import type { ReactNode } from "react";
import { Dialog } from "@/components/ui/dialog";
import { WhichKling } from "./which-kling";

const STEPS = [
	{
		name: "Choose",
		words: "Write one prompt or lay out shots, add a first frame if you have one, and pick a gateway.",
	},
	{
		name: "Generate",
		words: "The button carries the price. The animatic is free: judge the pacing before a cent is spent.",
	},
	{ name: "Review", words: "Watch with sound, keep up to twenty takes, change one thing and go again." },
] as const;

const SHORTCUTS = [
	["⌘ ⏎ or Ctrl Enter", "Generate"],
	["⌘ Z · ⇧ ⌘ Z", "Undo and redo the draft"],
	["Space or K", "Play or pause, in the player"],
	["← →", "One second back or on"],
	[", .", "One frame back or on"],
	["1 to 6", "Go to a shot"],
	["L", "Loop the shot"],
	["M", "Mute"],
	["F", "Full screen"],
] as const;

export function LearnSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
	return (
		<Dialog title="How it works" open={open} onClose={onClose} wide>
			<ol className="grid gap-4 tablet:grid-cols-3">
				{STEPS.map((step, index) => (
					<li key={step.name}>
						<p className="tabular font-semibold text-lg">
							<span className="text-accent-ink">{index + 1}</span> {step.name}
						</p>
						<p className="mt-1 text-pretty text-quiet text-sm">{step.words}</p>
					</li>
				))}
			</ol>
			<Part title="How billing works">
				<p>Price is per second · 3–15 s · total = price/second × duration. 1080p costs more per second than 720p.</p>
				<p>
					Storyreel charges nothing. You pay the gateway, with your own key or the operator's. Each take has a receipt:
					what was estimated, reserved and charged.
				</p>
			</Part>
			<Part title="About this model">
				<p>
					Kling 3.0 Turbo makes video with sound from text, or from a first-frame image and text: 3 to 15 seconds, 720p
					or 1080p, up to six shots. It takes no end frame, no references and no footage to edit. It was teased as
					"Kling 3.0 Fast".
				</p>
			</Part>
			<Part title="Which Kling?">
				<WhichKling />
			</Part>
			<Part title="Shortcuts">
				<dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5">
					{SHORTCUTS.map(([keys, words]) => (
						<div key={keys} className="col-span-2 grid grid-cols-subgrid">
							<dt className="text-ink">{keys}</dt>
							<dd>{words}</dd>
						</div>
					))}
				</dl>
			</Part>
		</Dialog>
	);
}

function Part({ title, children }: { title: string; children: ReactNode }) {
	return (
		<section className="mt-7 border-edge border-t pt-5">
			<h3 className="mb-2 font-semibold">{title}</h3>
			<div className="grid grid-cols-1 gap-2 [&>p]:max-w-[65ch] text-pretty text-quiet text-sm">{children}</div>
		</section>
	);
}
