import { redirect } from "next/navigation";
import { auth, signIn } from "../../lib/auth";

// What next-auth's documentation shows as a page of one's own: who is signed in, and a form with an action.
export default async function Login() {
  if (await auth()) redirect("/");
  return (
    <form
      action={async (form) => {
        "use server";
        await signIn("credentials", form);
      }}
    >
      <label>
        Email <input name="email" type="email" />
      </label>
      <label>
        Password <input name="password" type="password" />
      </label>
      <button type="submit">Sign in</button>
    </form>
  );
}
