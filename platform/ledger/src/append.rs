// SPDX-License-Identifier: EUPL-1.2
//! Adding entries: headers, storage, heads.

use paraat_contract::{AnyEvent, AnyKind, Drawn, Home, Recorded};
use paraat_kernel::{Class, LaneId, StreamId, Timestamp, Uuid};
use rusqlite::params;

use crate::batch::Batch;
use crate::core::{Head, Lane, signed};
use crate::envelope::{Author, Hash, Header, SALT, digest_of, hash_of};
use crate::{Fault, project, replay};

/// What is added to a stream.
pub struct Append {
    /// The stream, and who shares it when it is new.
    pub home: Home,
    /// The sealed compartment of a new stream; none for the ordinary record.
    pub compartment: Option<String>,
    /// Its kind.
    pub kind: &'static dyn AnyKind,
    /// The events, in order.
    pub drawn: Vec<Drawn>,
    /// Who adds them.
    pub author: Author,
    /// When it happened.
    pub occurred: Timestamp,
    /// When it is recorded.
    pub recorded: Timestamp,
}

impl Batch<'_> {
    /// Adds events to a stream of this node and brings the read tables up to date. Answers the
    /// version of the last one.
    pub fn append(&mut self, append: Append) -> Result<u64, Fault> {
        let stream = append.home.stream.clone();
        if !self.load_head(&stream)? {
            self.make_stream(&append)?;
        }
        let Append {
            kind,
            drawn,
            author,
            occurred,
            recorded,
            ..
        } = append;
        let mut version = 0;
        for drawn in drawn {
            let mut salt = [0u8; SALT];
            self.core.setup.entropy.fill(&mut salt);
            let (header, lane) = self.next_header(&stream, |header| {
                header.author = author.clone();
                header.digest = digest_of(&salt, &drawn.payload);
                header.event.clone_from(&drawn.name);
                header.occurred = occurred;
                header.recorded = recorded;
            })?;
            version = header.version;
            let position = self.store(&header, &lane, Some((&salt, &drawn.payload)))?;
            self.apply(kind, &drawn.event, &header, position)?;
        }
        Ok(version)
    }

    /// Brings state and rows up to date with an entry that was just stored.
    pub(crate) fn apply(
        &mut self,
        kind: &'static dyn AnyKind,
        event: &AnyEvent,
        header: &Header,
        position: i64,
    ) -> Result<(), Fault> {
        let Some(head) = self.core.heads.get_mut(&header.stream) else {
            return Err(Fault::Damaged(format!("no head for {}", header.stream)));
        };
        let state = head.state.get_or_insert_with(|| kind.empty());
        kind.evolve(state, event);
        let changes = kind.rows(state, event, &recorded_of(header));
        let at = project::At {
            stream: head.row,
            class: head.class_row,
            version: header.version,
            position,
            recorded: header.recorded,
        };
        replay::snapshot(self.connection, kind, head)?;
        for change in changes {
            let class = project::change(self.connection, self.core, &at, &change)?;
            self.notice
                .changed
                .insert((project::table_of(&change).name, class));
        }
        Ok(())
    }

    /// The header of the next entry of a stream, with the fields that the caller knows.
    pub(crate) fn next_header(
        &mut self,
        stream: &StreamId,
        fill: impl FnOnce(&mut Header),
    ) -> Result<(Header, LaneId), Fault> {
        let head = self.core.heads.get(stream);
        let head = head.ok_or_else(|| Fault::Damaged(format!("no head for {stream}")))?;
        let lane = self.core.lanes.get(&head.lane).cloned();
        let before = lane.unwrap_or(Lane {
            row: 0,
            number: 0,
            hash: Hash::NONE,
        });
        let mut header = Header {
            author: Author {
                account: Uuid::nil(),
                function: String::new(),
                organisation: stream.owner.clone(),
            },
            cause: None,
            circle: head.lane.circle.clone(),
            compartment: head.class.compartment_name().map(str::to_owned),
            digest: Hash::NONE,
            event: String::new(),
            format: Header::format_of(head.class.compartment.as_deref()),
            kind: head.kind_name.clone(),
            label: head.class.label,
            number: before.number + 1,
            occurred: Timestamp::default(),
            origin: head.lane.origin.clone(),
            previous: before.hash,
            recorded: Timestamp::default(),
            space: head.lane.space.clone(),
            stream: stream.clone(),
            version: head.version + 1,
        };
        fill(&mut header);
        Ok((header, head.lane.clone()))
    }

    /// Stores an entry at the end of its lane and stream, and moves their heads. Answers its
    /// position.
    pub(crate) fn store(
        &mut self,
        header: &Header,
        lane_id: &LaneId,
        payload: Option<(&[u8], &[u8])>,
    ) -> Result<i64, Fault> {
        let bytes = serde_json::to_vec(header).map_err(|e| Fault::Damaged(e.to_string()))?;
        self.store_bytes(header, &bytes, lane_id, payload, None)
    }

    /// The same with the bytes of its header, and when it came in, for an entry of another node.
    pub(crate) fn store_bytes(
        &mut self,
        header: &Header,
        bytes: &[u8],
        lane_id: &LaneId,
        payload: Option<(&[u8], &[u8])>,
        arrived: Option<Timestamp>,
    ) -> Result<i64, Fault> {
        let hash = hash_of(bytes);
        let position = self.core.position + 1;
        self.remember_lane(lane_id);
        let lane_row = self.lane_row(lane_id)?;
        let stream = &header.stream;
        let head = self.core.heads.get_mut(stream);
        let head = head.ok_or_else(|| Fault::Damaged(format!("no head for {stream}")))?;
        self.connection
            .prepare_cached(
                "INSERT INTO entry
                 (position, lane, number, stream, version, class, recorded, hash, header, arrived)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
            )?
            .execute(params![
                position,
                lane_row,
                signed(header.number),
                head.row,
                signed(header.version),
                head.class_row,
                header.recorded.as_millisecond(),
                hash.0.as_slice(),
                bytes,
                arrived.map(Timestamp::as_millisecond)
            ])?;
        if let Some((salt, body)) = payload {
            self.connection
                .prepare_cached("INSERT INTO payload (position, salt, body) VALUES (?1, ?2, ?3)")?
                .execute(params![position, salt, body])?;
        }
        head.version = header.version;
        self.notice.changed.insert(("entry", head.class_row));
        self.touched_streams.push(header.stream.clone());
        self.core.known.remove(stream);
        self.core.lanes.insert(
            lane_id.clone(),
            Lane {
                row: lane_row,
                number: header.number,
                hash,
            },
        );
        self.runs.insert(lane_id.clone(), (position, hash));
        self.core.position = position;
        self.notice.position = position;
        Ok(position)
    }

    fn remember_lane(&mut self, id: &LaneId) {
        if self.lanes_before.iter().all(|(known, ..)| known != id) {
            let lane = self.core.lanes.get(id).cloned();
            self.lanes_before
                .push((id.clone(), lane, self.runs.get(id).copied()));
        }
    }

    fn lane_row(&mut self, id: &LaneId) -> Result<i64, Fault> {
        if let Some(lane) = self.core.lanes.get(id) {
            return Ok(lane.row);
        }
        self.connection
            .prepare_cached(
                "INSERT INTO lane (name, space, organisation, incarnation, circle)
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![
                id.to_string(),
                id.space.as_str(),
                id.origin.organisation.as_str(),
                id.origin.incarnation,
                id.circle.to_string()
            ])?;
        let row = self.connection.last_insert_rowid();
        self.core.lanes.insert(
            id.clone(),
            Lane {
                row,
                number: 0,
                hash: Hash::NONE,
            },
        );
        Ok(row)
    }

    fn make_stream(&mut self, append: &Append) -> Result<(), Fault> {
        let home = &append.home;
        let owner = &home.stream.owner;
        let origin = {
            let signer = self.core.setup.signer.read();
            signer
                .unwrap_or_else(std::sync::PoisonError::into_inner)
                .origin(owner)
        };
        let origin = origin.ok_or_else(|| Fault::Damaged(format!("not our lane: {owner}")))?;
        let space = self.core.setup.space.clone();
        let lane = LaneId {
            space,
            origin,
            circle: home.circle.clone(),
        };
        let open = Class::open(owner.clone(), home.circle.clone(), home.label);
        let class = match &append.compartment {
            Some(compartment) => open.sealed(compartment, &home.stream),
            None => open,
        };
        let kind = format!("{}.{}", append.kind.module(), append.kind.name());
        self.add_stream(&home.stream, kind, Some(append.kind), lane, class)
    }

    /// Adds a stream that has no entries yet, with its lane.
    pub(crate) fn add_stream(
        &mut self,
        stream: &StreamId,
        kind_name: String,
        kind: Option<&'static dyn AnyKind>,
        lane: LaneId,
        class: Class,
    ) -> Result<(), Fault> {
        self.remember_lane(&lane);
        let lane_row = self.lane_row(&lane)?;
        let class_row = self.core.classes.intern(self.connection, &class)?;
        self.connection
            .prepare_cached(
                "INSERT INTO stream (address, kind, lane, class) VALUES (?1, ?2, ?3, ?4)",
            )?
            .execute(params![stream.to_string(), kind_name, lane_row, class_row])?;
        let row = self.connection.last_insert_rowid();
        let state = kind.map(|kind| kind.empty());
        let head = Head {
            row,
            kind_name,
            kind,
            class,
            class_row,
            lane,
            version: 0,
            state,
        };
        self.core.make_room();
        self.core.heads.insert(stream.clone(), head);
        self.touched_streams.push(stream.clone());
        Ok(())
    }

    /// Brings the head of a stream into memory. False when there is no such stream.
    pub(crate) fn load_head(&mut self, stream: &StreamId) -> Result<bool, Fault> {
        if self.core.heads.contains_key(stream) {
            return Ok(true);
        }
        let Some(head) = replay::head(self.connection, self.core, stream)? else {
            return Ok(false);
        };
        self.core.make_room();
        self.core.heads.insert(stream.clone(), head);
        Ok(true)
    }
}

/// What an event's header says, for rows that show it.
pub(crate) fn recorded_of(header: &Header) -> Recorded {
    Recorded {
        stream: header.stream.clone(),
        version: header.version,
        occurred: header.occurred,
        recorded: header.recorded,
        organisation: header.author.organisation.clone(),
        function: header.author.function.clone(),
    }
}
