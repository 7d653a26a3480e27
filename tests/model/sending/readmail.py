"""What Python's mail parser makes of a draft, as JSON: for tst_draft."""
import email
import email.policy
import hashlib
import json
import sys

with open(sys.argv[1], "rb") as file:
    raw = file.read()
message = email.message_from_bytes(raw, policy=email.policy.default)
people = lambda name: [[address.display_name, address.addr_spec]
                       for header in message.get_all(name, []) for address in header.addresses]
parts = list(message.iter_attachments())
strict = []
for part in message.walk():
    strict += [repr(defect) for defect in part.defects]
    for name in ("From", "To", "Bcc", "Subject", "Date", "Content-Disposition"):
        for header in part.get_all(name, []):
            strict += [name + ": " + repr(defect) for defect in header.defects]
print(json.dumps({
    "unsent": message["X-Unsent"],
    "from": people("From"), "to": people("To"), "bcc": people("Bcc"), "cc": people("Cc"),
    "subject": str(message["Subject"]),
    "date": message["Date"].datetime.isoformat(),
    "body": message.get_body().get_content(),
    "attachments": [{"name": part.get_filename(), "type": part.get_content_type(), "size": len(part.get_content()),
                     "sha256": hashlib.sha256(part.get_content()).hexdigest()} for part in parts],
    # As an older program reads it that knows RFC 2047 alone.
    "namedTo": [str(email.header.make_header(email.header.decode_header(
        email.message_from_bytes(raw).get_payload()[1 + place].get_param("name")))) for place in range(len(parts))],
    "longestLine": max(len(line) for line in raw.split(b"\r\n")),
    "bareEnds": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
    "isAscii": raw.isascii(),
    "defects": strict,
}))
