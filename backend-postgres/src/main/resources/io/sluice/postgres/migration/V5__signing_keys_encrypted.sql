-- Signing keys lay in clear text here; they are encrypted now. Access tokens that the old ones signed end, clients fetch new ones.
DELETE FROM signing_key;
