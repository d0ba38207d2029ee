/** On every answer, whoever gives it: Next by its configuration, our own server for what it answers itself. */
export const everywhere = [
	{ key: "x-content-type-options", value: "nosniff" },
	{
		key: "permissions-policy",
		value: "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=()",
	},
	{ key: "x-permitted-cross-domain-policies", value: "none" },
	// Actions stream; a buffering proxy would hold their events back.
	{ key: "x-accel-buffering", value: "no" },
];

// Shared films are there to be embedded elsewhere, and what stands here cannot be overruled by a route handler.
export const notShared = [
	{ key: "referrer-policy", value: "strict-origin-when-cross-origin" },
	{ key: "cross-origin-opener-policy", value: "same-origin" },
	{ key: "cross-origin-resource-policy", value: "same-origin" },
	{ key: "x-frame-options", value: "DENY" },
];
