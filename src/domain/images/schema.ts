// What may be uploaded as an avatar or a logo. Nothing in this file touches the server.

export const IMAGE_TYPES = ["image/png", "image/jpeg", "image/webp", "image/gif", "image/avif"] as const;

export const MOST_IMAGE_BYTES = 2 * 1024 * 1024;

export const IMAGE_SIZES = [256, 64] as const;

export type ImageSize = (typeof IMAGE_SIZES)[number];
