import { cache } from "react";
import { findOrganization } from "@/domain/organization/organization";

/** Whose pages these are, read once for all parts of a page. Null before the first-run setup. */
export const thisOrganization = cache(findOrganization);
