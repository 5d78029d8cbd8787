import type { BrowserContext } from "@playwright/test";

/** A busy person's week. */
export async function fillTasks(request: BrowserContext["request"]) {
  const { items } = await (await request.get("/api/v1/tasks?limit=1")).json();
  if (items.length > 0) return;
  const make = async (path: string, data: object): Promise<{ id: number }> =>
    (await request.post(`/api/v1/${path}`, { data })).json();
  const due = (days: number, time = "23:59") => {
    const day = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
    return new Date(`${day}T${time}:00+02:00`).toISOString();
  };
  const { id: home } = await make("tags", { name: "home", color: "#2f9e62" });
  const { id: work } = await make("tags", { name: "work", color: "#3b76d6" });
  const { id: garden } = await make("tags", { name: "garden", color: "#c2761b" });
  const tasks = [
    {
      title: "Send the quarterly figures to Ines",
      priority: "high",
      due_date: due(-2, "16:00"),
      tag_ids: [work],
    },
    {
      title: "Water the plants",
      due_date: due(0),
      recurrence_rule: "FREQ=WEEKLY;BYDAY=MO,TH",
      tag_ids: [home, garden],
    },
    {
      title: "Call the plumber about the kitchen tap",
      priority: "high",
      due_date: due(1, "09:30"),
      tag_ids: [home],
    },
    {
      title: "Renew the passport",
      due_date: due(2),
      description: "Two photographs, the old one, the fee in cash.",
    },
    { title: "Prepare the talk on session renewal", due_date: due(4), tag_ids: [work] },
    {
      title: "Pay the rent",
      priority: "high",
      due_date: due(10),
      recurrence_rule: "FREQ=MONTHLY",
      tag_ids: [home],
    },
    { title: "Order bulbs for spring", priority: "low", due_date: due(18), tag_ids: [garden] },
    { title: "Read the new chapter of the handbook", priority: "low" },
  ];
  for (const task of tasks) await make("tasks", task);
  for (const title of ["Book the train to Tartu", "Answer Jonas", "Mend the gate"])
    await make("tasks", { title, completed: true });
}
