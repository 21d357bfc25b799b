"""The wire between tablets and the service: closed unions tagged `type`; pure, no I/O.

Four families (the tablet's TypeScript types are generated from this file):

    Command   tablet -> service   carries a `command_id`; sent twice, it counts once
    Event     log -> everyone     what a command did; an Entry numbers and signs it
    Signal    both ways           forgotten at once: pointer, stroke in progress, presence
    Frame     service -> tablet   carries the position in the log

A tablet opens with Hello and the positions it has; it gets a Tail (the entries it
lacks) or a Welcome (a fresh snapshot), whichever is smaller, and from then on one
Advance an entry. Whatever goes wrong, the repair is the same: Hello again.
Each text message is one JSON object. Unknown types and fields are refused.
"""
