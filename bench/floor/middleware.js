import { NextResponse } from "next/server";

// For no address that there is. Without a file here, the build would take the product's from the folders above.
export default () => NextResponse.next();

export const config = { matcher: "/nowhere" };
