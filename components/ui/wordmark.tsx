/** Three shots in a row, the middle one lit: the product's mark beside its name. */
export function Wordmark() {
	return (
		<span className="inline-flex items-center gap-2.5 font-semibold text-lg tracking-tight">
			<svg aria-hidden="true" width="22" height="14" viewBox="0 0 22 14" fill="currentColor">
				<rect width="5.7" height="14" rx="1.5" className="text-edge-strong" />
				<rect x="7.2" width="7.6" height="14" rx="1.5" className="text-accent" />
				<rect x="16.3" width="5.7" height="14" rx="1.5" className="text-edge-strong" />
			</svg>
			Storyreel
		</span>
	);
}
