import NextAuth from "next-auth";
import Credentials from "next-auth/providers/credentials";

export const { handlers, auth, signIn } = NextAuth({ providers: [Credentials({ authorize: () => null })] });
