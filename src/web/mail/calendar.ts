import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import type { LetterAttachment } from '../../app/mail/ports.ts';

/** A day that is to stand in the receiver's calendar. */
export interface CalendarDay {
  /** The same each time it is sent, so that a calendar changes its entry and adds no other. */
  readonly id: string;
  /** ISO date. It lasts the whole day, wherever the calendar is read. */
  readonly day: string;
  readonly title: string;
  readonly description: string;
  /** Page of the site where it is done. */
  readonly address: string;
  readonly writtenAt: Date;
}

/** A calendar file with one whole day (RFC 5545), to be told of and not to be answered. */
export function dueDayFile(given: CalendarDay): LetterAttachment {
  const calendar = ical({ prodId: { company: 'Handlingskraft', product: 'Handlingskraft', language: 'SV' } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  calendar.createEvent({
    id: `${given.id}@${new URL(given.address).hostname}`,
    allDay: true,
    timezone: null,
    // Without a time zone the library writes the day of UTC.
    start: new Date(`${given.day}T00:00:00Z`),
    stamp: given.writtenAt,
    summary: given.title,
    description: given.description,
    url: given.address,
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  return {
    fileName: 'sista-dag.ics',
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
    content: calendar.toString(),
  };
}
