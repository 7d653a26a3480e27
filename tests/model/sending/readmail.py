"""What Python's mail parser makes of a draft, as JSON: for tst_draft."""
import email
import email.header
import email.policy
import email.utils
import hashlib
import json
import sys

with open(sys.argv[1], "rb") as file:
    raw = file.read()
message = email.message_from_bytes(raw, policy=email.policy.default)
plain = email.message_from_bytes(raw)


def decoded(text):
    return str(email.header.make_header(email.header.decode_header(text)))


def people(name):
    """Names by RFC 2047 itself: policy.default of Python 3.11 puts a space between two encoded words of a phrase."""
    found = [[decoded(person), address] for person, address in email.utils.getaddresses(plain.get_all(name, []))]
    assert [address for _, address in found] == [address.addr_spec for header in message.get_all(name, [])
                                                 for address in header.addresses]
    return found


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
    "body": message.get_body().get_content().replace("\r\n", "\n"),
    "attachments": [{"name": part.get_filename(), "type": part.get_content_type(), "size": len(part.get_content()),
                     "sha256": hashlib.sha256(part.get_content()).hexdigest()} for part in parts],
    # As an older program reads it that knows RFC 2047 alone.
    "namedTo": [decoded(plain.get_payload()[1 + place].get_param("name")) for place in range(len(parts))],
    "longestLine": max(len(line) for line in raw.split(b"\r\n")),
    "bareEnds": raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r"),
    "isAscii": raw.isascii(),
    "defects": strict,
}))
