import type { components } from "@/client";

// Tasks and tags as the API tells of them: the page hands them over in the same form, so that there is only one.

export type Task = components["schemas"]["Task"];
export type Tag = components["schemas"]["Tag"];
export type TaskChange = components["schemas"]["TaskChange"];
export type NewTask = components["schemas"]["NewTask"];
