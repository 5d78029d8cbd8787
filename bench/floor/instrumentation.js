// Nothing. Without a file here, the build would look for one in the folders above, and start the product's jobs.
export function register() {}
