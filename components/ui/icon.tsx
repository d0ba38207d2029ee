const PATHS = {
	arrowLeft: "M9.5 3.5 5 8l4.5 4.5",
	arrowRight: "M6.5 3.5 11 8l-4.5 4.5",
	caret: "m4.5 6.25 3.5 3.5 3.5-3.5",
	check: "m3.5 8.5 3 3 6-7",
	close: "m4 4 8 8m0-8-8 8",
	copy: "M5.5 5.5v-3h8v8h-3m-8-5h8v8h-8z",
	download: "M8 2.5v7.5m-3-3 3 3 3-3M3 13.5h10",
	enlarge: "M2.5 6V2.5H6m4 0h3.5V6m0 4v3.5H10m-4 0H2.5V10",
	film: "M2.5 3h11v10h-11zM5.5 3v10m5-10v10m-8-5h11",
	help: "M5.75 6a2.25 2.25 0 1 1 3.2 2.05c-.6.3-.95.7-.95 1.45m0 2.4v.1M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z",
	image: "M2.5 3h11v10h-11zm0 8 3.25-3.25L8.5 10.5l2-2 3 3M10.5 6.1v-.2",
	key: "M9.25 7.1 14 2.5m-2.25 2.25 1.5 1.5M9.9 9.9a3.4 3.4 0 1 1-4.8-4.8 3.4 3.4 0 0 1 4.8 4.8Z",
	link: "m6.75 9.25 2.5-2.5M7.5 4.5 9 3a2.85 2.85 0 0 1 4 4l-1.5 1.5m-3 3L7 13a2.85 2.85 0 0 1-4-4l1.5-1.5",
	loop: "M11 2.5 13.5 5 11 7.5M13.5 5H5a2.5 2.5 0 0 0-2.5 2.5V8M5 13.5 2.5 11 5 8.5M2.5 11H11a2.5 2.5 0 0 0 2.5-2.5V8",
	minus: "M3.5 8h9",
	moon: "M13 9.6A5.5 5.5 0 1 1 6.4 3a4.5 4.5 0 0 0 6.6 6.6Z",
	more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
	mute: "M2.5 6v4H5l3.5 3V3L5 6Zm8.5.25 3 3.5m0-3.5-3 3.5",
	pause: "M5.25 3v10m5.5-10v10",
	pin: "M8 9.5v4M5 2.5h6M6 2.5v4L4.25 9.5h7.5L10 6.5v-4",
	play: "M5 3.25v9.5L12.5 8Z",
	plus: "M8 3.5v9M3.5 8h9",
	receipt: "M3.5 2.5h9v11l-2.25-1.4L8 13.5l-2.25-1.4L3.5 13.5zm2.5 4h4M6 9h4",
	redo: "M10.5 3 13 5.5 10.5 8M13 5.5H6.25a3.5 3.5 0 0 0 0 7H9",
	refresh: "M13 3v3.5H9.5M3 13V9.5h3.5M12.6 6.5a5 5 0 0 0-8.7-1.4M3.4 9.5a5 5 0 0 0 8.7 1.4",
	reuse: "M12.5 3v3.5a2 2 0 0 1-2 2H3.5m3-3-3 3 3 3",
	sound: "M2.5 6v4H5l3.5 3V3L5 6Zm8.5-.25a3.2 3.2 0 0 1 0 4.5M12.75 4a5.7 5.7 0 0 1 0 8",
	split: "M8 2v12M5.5 5 2.5 8l3 3m5-6 3 3-3 3",
	star: "m8 2.5 1.7 3.5 3.8.55-2.75 2.7.65 3.8L8 11.25l-3.4 1.8.65-3.8L2.5 6.55 6.3 6Z",
	stepBack: "M11.5 3.5 6.5 8l5 4.5zM4 3.5v9",
	stepForward: "m4.5 3.5 5 4.5-5 4.5zm7.5 0v9",
	sun: "M8 1.75v1.5m0 9.5v1.5M1.75 8h1.5m9.5 0h1.5M3.6 3.6l1.05 1.05m6.7 6.7 1.05 1.05m0-8.8-1.05 1.05m-6.7 6.7L3.6 12.4M10.75 8a2.75 2.75 0 1 1-5.5 0 2.75 2.75 0 0 1 5.5 0Z",
	trash: "M2.75 4.5h10.5M6 4.5v-2h4v2m-5.75 0 .5 9h6.5l.5-9",
	unknown: "M5.5 5.6a2.5 2.5 0 1 1 3.55 2.25C8.35 8.2 8 8.65 8 9.5m0 2.9v.1",
	undo: "M5.5 3 3 5.5 5.5 8M3 5.5h6.75a3.5 3.5 0 0 1 0 7H7",
	warning: "M8 2.5 14 13H2zM8 6.5v3m0 1.9v.1",
} as const satisfies Record<string, string>;

export type IconName = keyof typeof PATHS;

/** Decoration only: whatever carries an icon has a name of its own. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
	return (
		<svg
			aria-hidden="true"
			width="16"
			height="16"
			viewBox="0 0 16 16"
			fill="none"
			stroke="currentColor"
			strokeWidth="1.4"
			strokeLinecap="round"
			strokeLinejoin="round"
			className={className}
		>
			<path d={PATHS[name]} />
		</svg>
	);
}
