import { taskAnswer } from "@/domain/tasks/answers";
import { changeTask } from "@/domain/tasks/change-task";
import { createTask } from "@/domain/tasks/create-task";
import { newTaskSchema, taskChangeSchema, taskFilterSchema } from "@/domain/tasks/inputs";
import { listTasks } from "@/domain/tasks/list-tasks";
import { SORTS } from "@/domain/tasks/schema";
import { deleteTask, getTask } from "@/domain/tasks/task";
import { COST } from "@/http/budget";
import { validate } from "@/http/validate";
import { builder } from "./builder";
import { costOfPage, readPlace, toConnection } from "./connection";
import { readId, toSnakeCase, withoutNulls } from "./input";
import { objectOf } from "./object";
import { TagType } from "./tags";

const PriorityType = builder.enumType("Priority", {
  values: { LOW: { value: "low" }, MEDIUM: { value: "medium" }, HIGH: { value: "high" } } as const,
});

const SortType = builder.enumType("TaskSort", {
  values: Object.fromEntries(
    SORTS.map((sort) => [sort.replace(/^-(.*)/, "$1_desc").toUpperCase(), { value: sort }]),
  ),
});

const TaskType = objectOf(taskAnswer, { priority: PriorityType, tags: [TagType] });

const TaskConnection = builder.connectionObject({
  type: TaskType,
  name: "TaskConnection",
  edgesNullable: false,
});

const NewTaskInput = builder.inputType("NewTask", {
  fields: (t) => ({
    title: t.string({ required: true }),
    description: t.string(),
    completed: t.boolean(),
    priority: t.field({ type: PriorityType }),
    dueDate: t.field({ type: "DateTime" }),
    recurrenceRule: t.string({ description: "RFC 5545, reckoned in my time zone" }),
    tagIds: t.idList(),
  }),
});

const TaskChangeInput = builder.inputType("TaskChange", {
  description: "What isn't named stays; null takes away.",
  fields: (t) => ({
    title: t.string(),
    description: t.string(),
    completed: t.boolean({ description: "Completing a recurring task makes the next one" }),
    priority: t.field({ type: PriorityType }),
    dueDate: t.field({ type: "DateTime" }),
    recurrenceRule: t.string(),
    tagIds: t.idList(),
  }),
});

const TaskFilterInput = builder.inputType("TaskFilter", {
  fields: (t) => ({
    completed: t.boolean(),
    priority: t.field({ type: PriorityType }),
    tagId: t.id(),
    dueBefore: t.field({ type: "DateTime" }),
    dueAfter: t.field({ type: "DateTime" }),
    q: t.string({ description: "Stands in the title or the description, whatever the case" }),
  }),
});

/** As a query string says it, so that one schema reads both. */
function asQuery(filter: object, sort: string) {
  const given = Object.entries(withoutNulls(filter)).map(([name, value]) => [name, String(value)]);
  return toSnakeCase(Object.fromEntries([...given, ["sort", sort]]));
}

/** As a JSON body says it, where ids are numbers. */
function asBody({ tagIds, ...rest }: { tagIds?: string[] | null }) {
  return { ...toSnakeCase(rest), ...(tagIds !== undefined && { tag_ids: tagIds?.map(asNumber) ?? null }) };
}

/** In one spelling only, as everywhere; whatever else it is, the schema refuses. */
function asNumber(id: string): number | string {
  return /^[1-9]\d*$/.test(id) ? Number(id) : id;
}

builder.queryFields((t) => ({
  tasks: t.field({
    type: TaskConnection,
    description: "My tasks, searched, filtered and sorted",
    args: {
      first: t.arg.int({ defaultValue: 20, required: true }),
      after: t.arg.string(),
      filter: t.arg({ type: TaskFilterInput }),
      sort: t.arg({ type: SortType, defaultValue: "-created_at", required: true }),
    },
    async resolve(_root, args, context) {
      const isSearch = Boolean(args.filter?.q);
      const { user } = await context.requireCaller(costOfPage(args) + (isSearch ? COST.search : 0));
      const place = await readPlace(args);
      const filter = await validate(taskFilterSchema, asQuery(args.filter ?? {}, args.sort));
      const list = () => listTasks({ userId: user.id, filter, ...place });
      return toConnection(await (isSearch ? context.inTurn(user.id, list) : list()), place);
    },
  }),
  task: t.field({
    type: TaskType,
    args: { id: t.arg.id({ required: true }) },
    async resolve(_root, { id }, context) {
      const { user } = await context.requireCaller();
      return getTask({ userId: user.id, taskId: readId(id) });
    },
  }),
}));

builder.mutationFields((t) => ({
  createTask: t.field({
    type: TaskType,
    args: { input: t.arg({ type: NewTaskInput, required: true }) },
    async resolve(_root, { input }, context) {
      const { user } = await context.requireCaller(COST.write);
      return createTask({
        userId: user.id,
        task: await validate(newTaskSchema, asBody(withoutNulls(input))),
      });
    },
  }),
  updateTask: t.field({
    type: TaskType,
    args: { id: t.arg.id({ required: true }), input: t.arg({ type: TaskChangeInput, required: true }) },
    async resolve(_root, { id, input }, context) {
      const { user } = await context.requireCaller(COST.write);
      const change = await validate(taskChangeSchema, asBody(input));
      return changeTask({ userId: user.id, timeZone: user.time_zone, taskId: readId(id), change });
    },
  }),
  deleteTask: t.id({
    description: "Answers the id",
    args: { id: t.arg.id({ required: true }) },
    async resolve(_root, { id }, context) {
      const { user } = await context.requireCaller(COST.write);
      await deleteTask({ userId: user.id, taskId: readId(id) });
      return id;
    },
  }),
}));
