-- Three tenants of 20,000 users and 200 groups each; the first group has 10,000 members, the others 20.
INSERT INTO resource (tenant, type, id, name_key, external_id, display_key, label, emails, created, modified, version, operation,
    doc, search)
SELECT t, 'User', ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'user-' || n || '@example.com', 'ext-' || n,
    'name ' || n, NULL, ARRAY[t || ':user-' || n || '@example.com', t || ':user' || n || '@home.example'],
    '2024-01-01Z'::timestamptz + n * interval '1 minute', '2024-06-01Z'::timestamptz + n * interval '1 minute', 1,
    gen_random_uuid(), '{}',
    jsonb_build_object('userName', 'user-' || n || '@example.com', 'externalId', 'ext-' || n, 'displayName', 'name ' || n,
        'active', n % 7 <> 0, 'emails', jsonb_build_array(
            jsonb_build_object('type', 'work', 'value', 'user-' || n || '@example.com', 'primary', true)))
FROM generate_series(1, 3) AS t, generate_series(1, 20000) AS n;

INSERT INTO resource (tenant, type, id, external_id, display_key, label, created, modified, version, operation, doc, search)
SELECT t, 'Group', ('00000000-0000-7000-8000-' || lpad((100000 + n)::text, 12, '0'))::uuid, 'g-' || n, 'group ' || n,
    'Group ' || n, now(), now(), 1, gen_random_uuid(), '{}', jsonb_build_object('displayName', 'group ' || n)
FROM generate_series(1, 3) AS t, generate_series(1, 200) AS n;

INSERT INTO group_member (tenant, group_id, member_id, member_type)
SELECT t, ('00000000-0000-7000-8000-' || lpad((100000 + g)::text, 12, '0'))::uuid,
    ('00000000-0000-7000-8000-' || lpad((g * 37 + n)::text, 12, '0'))::uuid, 'User'
FROM generate_series(1, 3) AS t, generate_series(1, 200) AS g, generate_series(1, 10000) AS n
WHERE g = 1 OR n <= 20;

ANALYZE;
