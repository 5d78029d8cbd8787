create table users (
  id uuid primary key default gen_random_uuid(),
  email text not null unique,
  username text not null unique,
  password_hash text not null
);
create table sessions (
  id uuid primary key default gen_random_uuid(),
  user_id uuid not null references users (id),
  refresh_hash bytea not null unique,
  expires_at timestamptz not null
);
